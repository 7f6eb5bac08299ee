/** Is what the file dialog offers; a file dropped on the page may still be anything. */
export const acceptedFiles = '.xlsx,.xls,.csv';

/** Says by its name whether a file may be read; anything else is to be saved as .xlsx first. */
export const isReadableFile = (name: string): boolean => /\.(xlsx|xls|csv)$/iu.test(name.trim());
