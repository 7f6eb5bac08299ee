import { count } from './numbers.ts';

export const storageTrouble = {
  /** The register cannot be opened or used here. */
  trouble: {
    newer: {
      title: '已在另一个窗口更新',
      body: '这个窗口是旧的。请重新打开,手机里的记录和没写完的都还在。',
    },
    quota: {
      title: '手机存不下了',
      body: '请删些照片或视频,再重新打开。已经存下的都还在手机里。',
    },
    closed: {
      title: '手机的存储打不开',
      body: '请重新打开;还不行就重启手机。已经存下的都还在手机里。',
    },
    other: {
      title: '手机的存储打不开',
      body: '请重新打开;还不行就先导出没上传的记录,再告诉管理员。',
    },
    reload: '重新打开',
  },
  /** What was found missing. */
  loss: {
    everything: '手机数据被系统清除了',
    rows: '手机里的数据少了一部分',
    outbox: '手机里的数据退回到了以前',
    unsent: (value: number) => `有 ${count(value)} 条记下还没传上去的,可能已经没有了。请想想最近记过什么,再记一次。`,
    noneUnsent: '记下的都已经传上去了,没有丢。',
    fetching: '其他内容正从服务器重新取来。',
    advice: '装到桌面,手机就不容易清掉它。',
    seen: '知道了',
  },
  rescue: {
    title: '导出没上传的记录',
    body: '手机传不上去、要修或要换时用。文件是加密的,只有服务器打得开;交给管理员上传,每条只算一次。',
    action: '导出文件',
    making: '正在导出……',
    made: (value: number, unreadable: number) =>
      `${count(value)} 条已放进文件,请发给管理员。手机里的还留着。`.concat(
        unreadable === 0 ? '' : `另有 ${count(unreadable)} 条读不出来。`,
      ),
    notMade: '文件没有做成。请先连一次网,再导出。手机里的还留着。',
    nothingThere: '没有要导出的,都传上去了。',
    noKey: '这台手机还没拿到加密用的钥匙,请先连一次网再导出。',
    unreadable: '手机里的记录读不出来。请重启手机再试,先不要清理数据。',
    of: (name: string) => `导出${name}的文件`,
  },
};
