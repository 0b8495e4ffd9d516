import { resolve } from 'node:path';
import { screensSpeakFrom } from '@marketplace/kit/slice/testing/spoken-namespaces';
import { SPOKEN } from './words';

screensSpeakFrom(SPOKEN, resolve(import.meta.dirname, '../exposes'));
