/** Opens the browser's own way to print, which also saves as PDF. */
export const printPage = (): void => window.print();
