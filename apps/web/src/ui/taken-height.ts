/** Makes a ref that keeps a property of the document at the height of whatever stands there, in pixels. */
const tellHeight = (property: `--${string}`) => {
  const heights = new Map<Element, number>();
  const tell = (): void => {
    const sum = [...heights.values()].reduce((total, height) => total + height, 0);
    document.documentElement.style.setProperty(property, `${sum}px`);
  };
  return (element: HTMLElement | null): (() => void) | undefined => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      heights.set(element, element.offsetHeight);
      tell();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      heights.delete(element);
      tell();
    };
  };
};

/** For what stands at the bottom of the screen: toasts appear above it, never over what a thumb presses next. */
export const keepBottom = tellHeight('--bottom-taken');

/** For a toast: the page can be scrolled out from under it. */
export const keepToastRoom = tellHeight('--toast-taken');
