/** Hands a file to the person: to the share sheet where the phone has one, else as a download. False when they closed the sheet, and there is no file. */
export const saveFile = async (file: File): Promise<boolean> => {
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch (cause) {
      // Closing the share sheet is an answer; anything else falls back to the download.
      if (cause instanceof DOMException && cause.name === 'AbortError') return false;
    }
  }
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download reads the address after this task; a minute is more than any phone needs to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
};

/** Copies text; false when the browser does not allow it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
