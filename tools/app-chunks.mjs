/**
 * How the phone's first load is cut. The entry settles the language, fetches its words and then imports the app, whose
 * modules may read those words as soon as they run. So what the words need must never run the app: it stands in a chunk
 * of its own with whatever knows no words.
 */
const appModule = /\/apps\/web\/src\/app\/show-app\.tsx$/;
const wordsModule = /\/apps\/web\/src\/locale\/[a-z-]+\/phone\.ts$/;
/** The words that most people here read; whoever reads others waits a little longer. */
const usualWords = /\/apps\/web\/src\/locale\/zh-cn\/phone\.ts$/;
const webSource = '/apps/web/src/';
const catalogues = ['locale/zh-cn/phone.ts', 'locale/en/phone.ts'];

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

/** Further on, what one module brings is one chunk: on the way to the phone's pages nothing is fetched in crumbs. */
const wholes = [
  { name: 'signed-in', start: 'app/signed-in-app.tsx' },
  { name: 'phone', start: 'app/phone-entrance.tsx' },
];

/**
 * The chunks of what the app brings with it: `app` may read words, `base` cannot. What is opened later is cut by itself.
 * @param {string} root the folder of index.html
 */
export const appChunks = (root) => {
  /** @type {{ name: (id: string) => string | null, brought: ReadonlySet<string> }[] | undefined} */
  let parts;
  return {
    groups: [
      // What the words themselves count with. The build fails when they come to need more than this.
      { name: 'calendar', test: /\/packages\/domain\/src\/kernel\/(civil-date|instant)\.ts$/, priority: 3 },
      {
        name: 'react',
        test: /\/node_modules\/(react-dom|scheduler)\//,
        priority: 3,
        includeDependenciesRecursively: false,
      },
      { name: 'start', tags: /** @type {['$initial']} */ (['$initial']), priority: 2 },
      {
        debugName: 'app',
        priority: 1,
        includeDependenciesRecursively: false,
        /**
         * @param {string} id
         * @param {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} context
         */
        name: (id, context) => {
          /** @param {string} start */
          const from = (start) => broughtBy(`${root}/src/${start}`, (module) => context.getModuleInfo(module));
          parts ??= [
            // A language stands by itself: what it needs of the app's own files is cut between the two.
            ...catalogues.map((catalogue) => ({
              name: () => null,
              brought: new Set([...from(catalogue)].filter((module) => module.includes(webSource))),
            })),
            {
              name: (/** @type {string} */ module) => (module.includes(webSource) ? 'app' : 'base'),
              brought: from('app/show-app.tsx'),
            },
            ...wholes.map(({ name, start }) => ({ name: () => name, brought: from(start) })),
          ];
          return parts.find(({ brought }) => brought.has(id))?.name(id) ?? null;
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
      /** @param {string} start */
      const importedBy = (start) => broughtBy(start, (file) => ({ importedIds: chunkOf(file)?.imports ?? [] }));
      /** @param {RegExp} pattern */
      const filesFor = (pattern) =>
        chunks
          .filter(({ facadeModuleId, moduleIds }) =>
            [facadeModuleId ?? '', ...moduleIds].some((id) => pattern.test(id)),
          )
          .flatMap(({ fileName }) => [...importedBy(fileName)]);
      const entry = chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]);
      const files = [...new Set([...filesFor(appModule), ...filesFor(usualWords)])].filter(
        (file) => !entry.includes(file),
      );
      const app = chunks.find(({ moduleIds }) => moduleIds.some((id) => appModule.test(id)));
      if (app === undefined || filesFor(wordsModule).includes(app.fileName)) {
        const words = chunks.filter(({ moduleIds }) => moduleIds.some((id) => wordsModule.test(id)));
        throw new Error(
          `the words of a language would run the app before they are there: ${words.map(({ fileName, imports }) => `${fileName} imports ${imports.join(', ')}`)}`,
        );
      }
      for (const { fileName, imports } of chunks) {
        if (imports.some((file) => importedBy(file).has(fileName)))
          throw new Error(`${fileName} would run before itself`);
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
