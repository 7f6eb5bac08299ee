import type { ErrorCode, OutcomeReason } from '@lianxin/protocol';

/** What a person is told when the server says no to a request: what happened, and what to do. */
export const errors: Record<ErrorCode | 'offline', string> = {
  offline: '连不上服务器。看看有没有网,再试一次。',
  malformed: '发出去的内容有问题,服务器没看懂。请更新连心再试。',
  tooLarge: '内容太大了,请减少一些再试。',
  notSignedIn: '请先登录。',
  wrongNameOrPassword: '用户名或密码不对,再看一眼。忘了密码就请管理员再发一张邀请。',
  tooManyTries: '试的次数太多了。歇几分钟再来,或请管理员再发一张邀请。',
  notAllowed: '这件事您的账号做不了,请找管理员。',
  notFound: '没有找到,可能已经不在了。',
  invitationUsedOrExpired: '这张邀请已经用过或过期了,请找管理员再要一张。',
  nameTaken: '这个用户名已经有人用了,换一个吧。',
  weakPassword: '密码太容易猜了,换长一点的。',
  insecureAddress: '此地址不能离线使用,请找管理员',
  foreignOrigin: '请从连心自己的网址打开再试。',
  notAWorkbook: '这个文件打不开,请确认是表格文件。',
  saveAsXlsx: '请另存为 xlsx',
  workbookTooLarge: '这个表太大了,请分成几个再导入。',
  noHeaderFound: '没有认出表头,请指一下哪几行是表头。',
  importChanged: '预览之后底册又变了,请重新看一遍再确认。',
  importUndecided: '还有几行要您决定是不是同一个人。',
  nothingImported: '这个社区还没有导入过表,没有原表样。',
  reasonMissing: '导出全的号码要写明用途。',
  accountDisabled: '这个账号已停用,请找管理员。手机里的记录都还在。',
  busy: '服务器正忙,过一会儿再试。',
  readOnly: '服务器现在只能看,不能改。记在手机里的不会丢。',
  internal: '服务器出错了,过一会儿再试。记在手机里的不会丢。',
};

/** Why a record was not accepted, in the words of whoever wrote it, with the next step. */
export const outcomeReasons: Record<OutcomeReason, { readonly why: string; readonly next: string }> = {
  invalid: { why: '有一处填得不对', next: '改好再传。' },
  unknownMutation: { why: '服务器还不认识这种记录', next: '等服务器更新后会自动再传。' },
  notFound: { why: '要改的那一条已经不在了', next: '看看是不是换了地方,再记一次。' },
  outOfScope: { why: '这一户已经不归您的网格', next: '把内容告诉现在的网格员,或找管理员。' },
  notAllowed: { why: '您的账号不能做这件事', next: '请找管理员。' },
  alreadyExists: { why: '已经有人登记过了', next: '打开那一条看看,一样的话这条可以不要。' },
  alreadyEnded: { why: '已经有人记过不在了', next: '不用再记,这条可以不要。' },
  alreadyClaimed: { why: '有人先认领了', next: '谢谢您,看看别的忙吧。' },
  notYours: { why: '这一条不是您记的', next: '请记的人来改,或找管理员。' },
  stateChanged: { why: '别人已经办到下一步了', next: '打开看看现在到哪一步,再决定。' },
  noAnswer: { why: '还没写回了什么话', next: '补上一句再传。' },
  namesSomebody: { why: '文字会让人猜出是谁', next: '换个说法再发布。' },
  accountDisabled: { why: '账号已停用', next: '请找管理员。内容都还在手机里。' },
};
