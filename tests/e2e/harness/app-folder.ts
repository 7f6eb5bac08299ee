import { resolve } from 'node:path';
import { ensureBuilt } from '../../../tools/ensure-built.mjs';

const checkout = resolve(import.meta.dirname, '../../..');

/**
 * The folder whose dist/ is tested: this checkout, built first unless dist/ already holds a build of exactly these
 * sources, or a built copy that E2E_ROOT names.
 */
export const builtAppFolder = async (): Promise<string> => {
  const named = process.env['E2E_ROOT'];
  if (named !== undefined) return resolve(named);
  const problem = await ensureBuilt(checkout);
  if (problem !== undefined) throw new Error(problem);
  return checkout;
};
