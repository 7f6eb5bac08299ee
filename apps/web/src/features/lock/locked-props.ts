/** Is what every page before the register is told. */
export interface LockedProps {
  readonly accountId: string;
  readonly name: string;
  /** Looks at the vault anew. */
  readonly onLook: () => void;
  /** Somebody else holds the phone. */
  readonly onOtherPerson: () => void;
}
