/** The password everybody chooses in these tests. */
export const password = '青山绿水-38-日出';
