import { version } from '../../../package.json';

/** The version of this build, as people can tell it on the phone. */
export const appVersion: string = version;
