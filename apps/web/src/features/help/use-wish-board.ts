import { useMemo } from 'react';
import { useRegister } from '../../storage/use-workspace.ts';
import { type Claim, type LostClaim, lostClaims, myClaims, type Notice, openNotices } from './wish-board.ts';

/** Is everything about wishes that the pages of helping show. */
export interface WishBoard {
  readonly open: readonly Notice[];
  readonly claims: readonly Claim[];
  readonly lost: readonly LostClaim[];
}

/** Reads the wishes of the open community anew with every change of the register. */
export const useWishBoard = (): WishBoard => {
  const { view, state } = useRegister();
  // The state is a new one with every change of a row, an outcome or a cursor, so the view need not tell.
  return useMemo(
    () => ({ open: openNotices(view), claims: myClaims(view, state.outbox), lost: lostClaims(view, state) }),
    [view, state],
  );
};
