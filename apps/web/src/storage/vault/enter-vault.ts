import { resealSpare } from '../spare-drafts.ts';
import { guardOpenVault } from './guard-open-vault.ts';
import { resealPlain } from './reseal-plain.ts';
import { type OpenVault, useOpenVault } from './use-open-vault.ts';

/** Goes on with an unlocked vault, once nothing that an earlier version has left is readable any more. No vault is ever open without its guard. */
export const enterVault = async (vault: OpenVault): Promise<void> => {
  await resealPlain(vault);
  await resealSpare(sessionStorage, vault.accountId, vault.codec);
  guardOpenVault(vault);
  useOpenVault.setState({ vault });
};
