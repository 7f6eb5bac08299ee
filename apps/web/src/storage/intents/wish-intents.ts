import type { Intent } from '@lianxin/sync/client';

/** What the community's volunteers will read. */
export interface PublicText {
  readonly what: string;
  readonly place: string | null;
  readonly timeWindow: string | null;
  readonly skill: string | null;
}

/** How the household agreed that its door and phone go to the one who claims. */
export interface Agreement {
  readonly agreementWay: string;
  readonly agreementOn: string | null;
  readonly agreementNote: string | null;
}

/** Publishes a need as a wish: whose it is stays with the grid, the notice tells nobody. */
export const publishWish = (
  needId: string,
  content: { readonly text: PublicText; readonly agreement: Agreement },
  newId: () => string,
): Intent => {
  const noticeId = newId();
  return {
    name: 'wish.publish',
    args: {
      wish: { id: newId(), fields: { needId, noticeId, ...content.agreement } },
      notice: { id: noticeId, fields: { ...content.text } },
    },
  };
};
