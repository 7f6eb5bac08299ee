import { v7 } from 'uuid';

/** A new id that sorts by its time of making, for records. */
export const newId = (): string => v7();

/** 128 random bits as 22 letters of base64url, for what must not be guessed or tell when it was made. */
export const newRandomToken = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};
