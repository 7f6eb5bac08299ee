/** The PIN everybody chooses on the phones of these tests. */
export const pin = '246802';
