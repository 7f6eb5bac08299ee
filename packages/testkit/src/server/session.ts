/** Is who speaks to the server. */
export interface Session {
  readonly userId: string;
  readonly userName: string;
}
