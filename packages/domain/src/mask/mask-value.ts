import type { MaskKind } from '../kernel/field.ts';
import { isMasked } from './is-masked.ts';
import { maskName } from './mask-name.ts';

/** Hides an ID number down to its area prefix: the area, the birth date and the last four together are the whole number. */
export const maskIdentityNumber = (number: string): string => {
  if (number === '') return '';
  return /^\d{14,17}[\dXx]$/.test(number) ? `${number.slice(0, 6)}************` : '******';
};

/** Hides the middle of each phone number in a text: 138****1234; what is too short to keep anything of is hidden whole. */
export const maskPhone = (phone: string): string => {
  if (phone === '') return '';
  const masked = phone.replace(/\d[\d\s-]{5,}\d/gu, (run) => {
    const digits = run.replace(/\D/gu, '');
    return `${digits.length >= 11 ? digits.slice(0, 3) : ''}****${digits.slice(-4)}`;
  });
  return isMasked(masked) ? masked : '****';
};

/** Hides an address down to the building, or to the village group where there are no buildings. */
export const maskAddress = (address: string): string => {
  if (address === '') return '';
  const place =
    /^.*?(?:号楼|栋|幢|座|\d#)/u.exec(address) ??
    /^.*?组/u.exec(address) ??
    /^.*(?:村|区|街道|镇|乡|县|市)/u.exec(address);
  return `${place?.[0] ?? ''}***`;
};

const maskOf: Readonly<Record<MaskKind, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  identityNumber: maskIdentityNumber,
  address: maskAddress,
  omit: () => '',
};

/** Hides a value in the way its declaration asks for. */
export const maskValue = (kind: MaskKind, text: string): string => maskOf[kind](text);
