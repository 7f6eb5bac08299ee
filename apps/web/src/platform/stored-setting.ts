// A browser with storage switched off throws on touch; a setting then lasts as long as the page.

/** Reads a setting of this device, null when there is none. */
export const readSetting = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Remembers a setting on this device. */
export const writeSetting = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: what is shown is right, only the next visit starts from the default.
  }
};
