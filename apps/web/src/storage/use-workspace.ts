import type { Intent, LocalState, RowView } from '@lianxin/sync/client';
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { markSaved } from '../platform/first-save.ts';
import type { SaveResult } from './register.ts';
import type { Workspace } from './workspace.ts';

/** Hands the open workspace down to the pages. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** Tells the open workspace; pages that need one are only shown inside it. */
export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('this page is shown outside a workspace');
  return workspace;
};

/** Is the register as pages read it: rows, replica state and a revision to memoise by. */
export interface RegisterReading {
  readonly view: RowView;
  readonly state: LocalState;
  readonly revision: number;
}

/** Reads the register and shows the page again whenever a row, an outcome or a cursor changes; the answer is one object per revision, so pages memoise by it. */
export const useRegister = (): RegisterReading => {
  const { register } = useWorkspace();
  const revision = useSyncExternalStore(register.subscribe, register.revision);
  return useMemo(() => ({ view: register.view, state: register.state(), revision }), [register, revision]);
};

/** Saves intents durably on the phone; the loop sees the register change and sends them. Say 已存手机 only when the answer is `saved`. */
export const useSave = (): ((...intents: readonly Intent[]) => Promise<SaveResult>) => {
  const { register } = useWorkspace();
  return useCallback(
    async (...intents) => {
      const result = await register.save(intents);
      if (result.type === 'saved') markSaved();
      return result;
    },
    [register],
  );
};
