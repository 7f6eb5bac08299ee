import { count } from './numbers.ts';

export const rescues = {
  part: '代交记录',
  title: '代交手机里的记录',
  about: '手机传不上来、要修或要换时,本人在「传输」页导出一个文件,由您在这里交上来。记录仍算本人的,每条只算一次。',
  file: '选手机导出的文件',
  fileHint: '拖到这里,或点一下选文件(以 .lianxin 结尾)',
  reading: (name: string) => `正在看 ${name}`,
  notOurs: {
    notARescueFile: '这不是手机导出的记录文件,或者文件不完整。请本人再导出一次。',
    otherServer: '这个文件是给另一台服务器的,这里打不开。请到那一台的管理台去交。',
    tooLarge: '文件太大,不像是手机导出的。',
  },
  unknownAuthor: '文件里的人或社区不归您管,请交给管那里的管理员。',
  facts: { author: '谁的', count: '有几条', span: '什么时候记的', madeAt: '导出时间', community: '哪里' },
  counted: (value: number) => `${count(value)} 条`,
  span: (from: string, until: string) => (from === until ? from : `${from} 到 ${until}`),
  outOfReach: (value: number) => `另有 ${count(value)} 条在不归您管的社区,请那里的管理员用同一个文件再交一次。`,
  take: '收下',
  taking: '正在收下……',
  result: '收下了',
  outcomes: {
    applied: (value: number) => `${count(value)} 条已入册`,
    merged: (value: number) => `${count(value)} 条已入册,和别人改的不一样的地方留着两个版本`,
    held: (value: number) => `${count(value)} 条先放着,等人决定`,
    refused: (value: number) => `${count(value)} 条没收下,内容留着`,
  },
  again: '同一个文件再交一次、手机后来自己又传上来,都不会重复算。',
  another: '再交一个',
  change: '换一个文件',
};
