import { existsSync } from 'node:fs';
import { openReader } from '../store/sqlite/connection.ts';
import { type HighWater, readHighWater } from './high-water.ts';
import { openWitnessFile, readWitness } from './witness-file.ts';

/** Collects how far the histories are known to have come: by the witness, and by a database as far as it can be read. */
export const rememberedHistories = (witnessDirectory: string, databaseFile: string): readonly HighWater[] => {
  const witness = readWitness(witnessDirectory);
  const found = existsSync(databaseFile) ? readIfPossible(databaseFile) : undefined;
  return [...(typeof witness === 'string' ? [] : [witness]), ...(found === undefined ? [] : [found])];
};

/** Writes the witness of a database that was put in place or accepted, so that the server starts with it. */
export const witnessAnew = (witnessDirectory: string, databaseFile: string): void => {
  openWitnessFile(witnessDirectory, readHighWaterOf(databaseFile)).close();
};

/** Reads how far a database file has come. */
export const readHighWaterOf = (databaseFile: string): HighWater => {
  const sqlite = openReader(databaseFile);
  try {
    return readHighWater(sqlite);
  } finally {
    sqlite.close();
  }
};

const readIfPossible = (databaseFile: string): HighWater | undefined => {
  try {
    return readHighWaterOf(databaseFile);
  } catch {
    // It is damaged: what is left to know about it is what the witness remembers.
    return undefined;
  }
};
