import { useEffect, useState } from 'react';
import { readStorageState, requestPersistence, type StorageState } from './storage-persistence.ts';

/** Reads how safe and how full the storage of this device is; `ask` asks the browser to keep it and tells the answer. */
export const useStorageState = (): { readonly state: StorageState | null; readonly ask: () => Promise<boolean> } => {
  const [state, setState] = useState<StorageState | null>(null);
  useEffect(() => {
    let isGone = false;
    void readStorageState().then((read) => {
      if (!isGone) setState(read);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const ask = async () => {
    const isKept = await requestPersistence();
    setState(await readStorageState());
    return isKept;
  };
  return { state, ask };
};
