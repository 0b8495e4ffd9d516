import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Size } from './geo/projection';

/** Size of an element, undefined until the browser has laid it out. */
export function useElementSize<E extends HTMLElement>(): [RefObject<E | null>, Size | undefined] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width && height) {
        setSize((last) =>
          last?.width === width && last.height === height ? last : { width, height },
        );
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
