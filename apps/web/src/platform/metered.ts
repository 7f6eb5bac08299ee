interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
}

/** Says whether what is sent now costs its owner: the phone saves data, or is known to be on its mobile network. Browsers that say nothing count as free. */
export const isMetered = (): boolean => {
  const connection = 'connection' in navigator ? (navigator.connection as Connection | undefined) : undefined;
  return connection?.saveData === true || connection?.type === 'cellular';
};
