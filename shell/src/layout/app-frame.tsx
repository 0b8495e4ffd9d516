'use client';

/** The frame as a client component, for the router whose layouts run on the server only. */
export { Frame as AppFrame } from './frame';
