/** Says that nothing can be written at the moment: the disk is full or has failed. Reading goes on. */
export class StoreReadOnly extends Error {
  override readonly name = 'StoreReadOnly';
}
