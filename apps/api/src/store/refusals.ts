/** Is a thing that does not exist or that the scope does not reach; the two are told alike. */
export interface NotFound {
  readonly type: 'NotFound';
}

/** Is a request that the scope may see but not make. */
export interface NotAllowed {
  readonly type: 'NotAllowed';
}

/** Is why a node cannot be where it was asked for. */
export interface WrongPlace {
  readonly type: 'WrongPlace';
}

/** Says that the phone knows more of this history than the server: the server was rolled back. */
export interface Behind {
  readonly type: 'Behind';
}
