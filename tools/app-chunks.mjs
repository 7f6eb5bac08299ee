/**
 * How the phone's first load is cut. The entry settles the language, fetches its words and then imports the app, whose
 * modules may read those words as soon as they run. So what the words need must never run the app: it stands in a chunk
 * of its own with whatever knows no words.
 */
const appModule = /\/apps\/web\/src\/app\/show-app\.tsx$/;
const wordsModule = /\/apps\/web\/src\/locale\/[a-z-]+\/phone\.ts$/;
const webSource = '/apps/web/src/';

/**
 * The modules that one module brings with it.
 * @param {string} start
 * @param {(id: string) => { importedIds: readonly string[] } | null} moduleOf
 */
const broughtBy = (start, moduleOf) => {
  const found = new Set([start]);
  for (const id of found) for (const imported of moduleOf(id)?.importedIds ?? []) found.add(imported);
  return found;
};

/**
 * The chunks of what the app brings with it: `app` may read words, `base` cannot. Everything else is cut by itself.
 * @param {string} root the folder of index.html
 */
export const appChunks = (root) => {
  /** @type {ReadonlySet<string> | undefined} */
  let brought;
  return {
    groups: [
      { name: 'start', tags: /** @type {['$initial']} */ (['$initial']), priority: 2 },
      {
        debugName: 'app and base',
        priority: 1,
        includeDependenciesRecursively: false,
        /**
         * @param {string} id
         * @param {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} context
         */
        name: (id, context) => {
          brought ??= broughtBy(`${root}/src/app/show-app.tsx`, (module) => context.getModuleInfo(module));
          if (!brought.has(id)) return null;
          return id.includes(webSource) ? 'app' : 'base';
        },
      },
    ],
  };
};

/**
 * Has the page ask for the app's scripts and styles at once, while the words of its language are still on their way.
 * @returns {import('vite').Plugin}
 */
export const preloadApp = () => ({
  name: 'preload-app',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      /** @param {string} file */
      const chunkOf = (file) => chunks.find(({ fileName }) => fileName === file);
      /** @param {RegExp} pattern */
      const filesFor = (pattern) =>
        chunks
          .filter(({ facadeModuleId, moduleIds }) =>
            [facadeModuleId ?? '', ...moduleIds].some((id) => pattern.test(id)),
          )
          .flatMap(({ fileName }) => [
            ...broughtBy(fileName, (file) => ({ importedIds: chunkOf(file)?.imports ?? [] })),
          ]);
      const entry = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]);
      const files = [...new Set(filesFor(appModule))].filter((file) => !entry.includes(file));
      const app = chunks.find(({ moduleIds }) => moduleIds.some((id) => appModule.test(id)));
      if (app === undefined || filesFor(wordsModule).includes(app.fileName)) {
        throw new Error('the words of a language would run the app before they are there');
      }
      const styles = files.flatMap((file) => [...(chunkOf(file)?.viteMetadata?.importedCss ?? [])]);
      return [...files.map((file) => link('modulepreload', file)), ...styles.map((file) => link('stylesheet', file))];
    },
  },
});

/**
 * @param {string} rel
 * @param {string} file
 * @returns {import('vite').HtmlTagDescriptor}
 */
const link = (rel, file) => ({ tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: 'head' });
