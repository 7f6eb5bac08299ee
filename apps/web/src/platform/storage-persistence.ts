export type StorageState = {
  /** The browser has promised not to clear what is stored when space runs short. */
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
};

/** How safe and how full the storage of this device is. */
export const readStorageState = async (): Promise<StorageState> => {
  const storage: Partial<StorageManager> = navigator.storage ?? {};
  const estimate = await storage.estimate?.();
  return {
    persisted: (await storage.persisted?.()) ?? false,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
};

/** Asks the browser to keep what is stored; some grant it silently, some ask the person, some refuse. */
export const requestPersistence = async (): Promise<boolean> => {
  const storage: Partial<StorageManager> = navigator.storage ?? {};
  return (await storage.persist?.()) ?? false;
};
