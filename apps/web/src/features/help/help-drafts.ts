import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { HelpDraft } from './help-draft.ts';

interface HelpDrafts {
  readonly drafts: Readonly<Record<string, HelpDraft>>;
}

/**
 * Keeps what is being written while the page is left and when the phone throws the tab out of memory. It ends with the
 * tab, and each key begins with the account, so that nobody meets another's words.
 */
export const useHelpDrafts = create<HelpDrafts>()(
  persist((): HelpDrafts => ({ drafts: {} }), {
    name: 'lianxin.help-drafts',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

export const keepHelpDraft = (key: string, draft: HelpDraft): void => {
  useHelpDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }));
};

export const dropHelpDraft = (key: string): void => {
  useHelpDrafts.setState(({ drafts }) => {
    const { [key]: _dropped, ...others } = drafts;
    return { drafts: others };
  });
};
