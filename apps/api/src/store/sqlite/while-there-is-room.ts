import type { DiskRoom } from '../../durability/disk-room.ts';
import type { Store } from '../port.ts';

/** Refuses what adds records while the disk is nearly full; everything else goes on, so that people can look, sign in and delete. */
export const whileThereIsRoom = (store: Store, { assertRoom }: DiskRoom): Store => {
  const { imports, cadences, questionSets } = store.desk;
  /** An async function of its own, so that a refusal is a rejected promise and never a throw in the caller. */
  const guarded =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      assertRoom();
      return work(...args);
    };
  return {
    ...store,
    sync: { ...store.sync, push: guarded(store.sync.push) },
    desk: {
      ...store.desk,
      imports: {
        ...imports,
        create: guarded(imports.create),
        replacePreview: guarded(imports.replacePreview),
        confirm: guarded(imports.confirm),
      },
      cadences: { ...cadences, save: guarded(cadences.save) },
      questionSets: {
        ...questionSets,
        save: guarded(questionSets.save),
        setActive: guarded(questionSets.setActive),
      },
    },
    photos: { ...store.photos, add: guarded(store.photos.add) },
    loadDemo: guarded(store.loadDemo),
  };
};
