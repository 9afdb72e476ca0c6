import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where one view takes the place of another, its heading gets the focus: what had it is gone, and
 * a screen reader would say nothing. The heading needs `tabIndex={-1}`.
 *
 * @param isWanted false where the view is the first that is shown
 */
export const useFocusedHeading = (isWanted = true): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isWanted) heading.current?.focus();
  }, []);
  return heading;
};
