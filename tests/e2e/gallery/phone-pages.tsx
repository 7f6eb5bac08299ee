import { type ReactNode, useState } from 'react';
import { ActionBar } from '../../../apps/web/src/ui/action-bar.tsx';
import { Button } from '../../../apps/web/src/ui/button.tsx';
import { ButtonLink } from '../../../apps/web/src/ui/button-link.tsx';
import { ChipButton } from '../../../apps/web/src/ui/chip-button.tsx';
import { ChipGroup } from '../../../apps/web/src/ui/chip-group.tsx';
import { ChipNav } from '../../../apps/web/src/ui/chip-nav.tsx';
import { ChoiceBar } from '../../../apps/web/src/ui/choice-bar.tsx';
import { Dock } from '../../../apps/web/src/ui/dock.tsx';
import { Entry } from '../../../apps/web/src/ui/entry.tsx';
import { Matrix } from '../../../apps/web/src/ui/matrix.tsx';
import type { MatrixDoor } from '../../../apps/web/src/ui/matrix-cell.tsx';
import { Note } from '../../../apps/web/src/ui/note.tsx';
import { OptionSheet } from '../../../apps/web/src/ui/option-sheet.tsx';
import { Page } from '../../../apps/web/src/ui/page.tsx';
import { PhoneShell } from '../../../apps/web/src/ui/phone-shell.tsx';
import { Row } from '../../../apps/web/src/ui/row.tsx';
import { RowList } from '../../../apps/web/src/ui/row-list.tsx';
import { Section } from '../../../apps/web/src/ui/section.tsx';
import type { Status } from '../../../apps/web/src/ui/status.ts';
import { StatusGlyph, StatusSign } from '../../../apps/web/src/ui/status-glyph.tsx';
import { Sub } from '../../../apps/web/src/ui/sub.tsx';
import { TabBar } from '../../../apps/web/src/ui/tab-bar.tsx';
import { TagList } from '../../../apps/web/src/ui/tag-list.tsx';
import { TextArea } from '../../../apps/web/src/ui/text-area.tsx';
import { Tick } from '../../../apps/web/src/ui/tick.tsx';
import { Timeline } from '../../../apps/web/src/ui/timeline.tsx';
import { showToast } from '../../../apps/web/src/ui/toast.ts';
import { ToastRegion } from '../../../apps/web/src/ui/toast-region.tsx';

const words: Record<Status, string> = {
  overdue: '逾期',
  due: '该去了',
  soon: '快到期',
  nobodyHome: '无人',
  refused: '拒访',
  vacant: '空置',
  done: '已访',
};

const glyph = (status: Status): ReactNode => <StatusGlyph status={status} label={words[status]} />;

const nothing = () => undefined;

const tabs = (current: string) => (
  <TabBar
    label="主要页面"
    tabs={['今天', '住户', '帮忙', '我的'].map((label) => ({ href: `#${label}`, label, current: label === current }))}
  />
);

const door = (label: string, status: Status, word: string): MatrixDoor => ({
  id: label,
  label,
  status,
  word,
  name: [label, words[status], word].join(','),
});

const stairwell: readonly (readonly [string, Status, string])[] = [
  ['601', 'done', '3天'],
  ['602', 'overdue', '9天'],
  ['603', 'soon', '26天'],
  ['604', 'vacant', '空置'],
  ['501', 'done', '8天'],
  ['502', 'nobodyHome', '无人'],
  ['503', 'due', '32天'],
  ['504', 'refused', '拒访'],
  ['401', 'done', '8天'],
  ['402', 'done', '8天'],
  ['403', 'done', '12天'],
  ['404', 'soon', '25天'],
  ['301', 'done', '1天'],
  ['302', 'nobodyHome', '无人'],
  ['303', 'done', '12天'],
  ['304', 'done', '12天'],
  ['201', 'due', '41天'],
  ['202', 'done', '2天'],
  ['203', 'vacant', '空置'],
  ['204', 'done', '2天'],
  ['101', 'done', '2天'],
  ['102', 'done', '2天'],
  ['103', 'done', '5天'],
  ['104', 'soon', '26天'],
];

const floors = [6, 5, 4, 3, 2, 1].map((floor) => ({
  id: String(floor),
  label: `${floor}层`,
  doors: stairwell
    .filter(([label]) => label.startsWith(String(floor)))
    .map(([label, status, word]) => door(label, status, word)),
}));

/** The town building of the drawing, with a door chosen. */
export const Stairwell = () => {
  const [selected, setSelected] = useState<string | null>('602');
  const [more, setMore] = useState(false);
  return (
    <PhoneShell>
      <Page title="3号楼 1单元" sub="24 户 · 空置 2 · 本月已访 17" aside={<Tick count={1}>已存手机 2</Tick>}>
        <ChipNav
          label="单元"
          items={['1单元', '2单元', '3单元', '全部'].map((label, index) => ({
            href: `#${label}`,
            label,
            current: index === 0,
          }))}
        />
        <Matrix label="3号楼 1单元 的门" floors={floors} selectedId={selected} onSelect={setSelected} />
      </Page>
      {selected !== null && (
        <Dock title={selected} sub="86 岁独居 · 低保 · 每周走访">
          <ActionBar>
            <Button
              variant="main"
              onClick={() => {
                setSelected(null);
                showToast({
                  text: `${selected} 见到,已存手机`,
                  action: { label: '撤销', onPress: () => setSelected(selected) },
                });
              }}
            >
              见到
            </Button>
            <Button>无人</Button>
            <Button variant="slim" onClick={() => setMore(true)}>
              其他 ▾
            </Button>
          </ActionBar>
        </Dock>
      )}
      <OptionSheet
        open={more}
        onClose={() => setMore(false)}
        title={`${selected ?? ''} 其他情况`}
        options={['拒访', '迁走', '空置', '打电话访的', '多记几句'].map((label) => ({
          key: label,
          label,
          onSelect: nothing,
        }))}
      />
      <ToastRegion />
    </PhoneShell>
  );
};

const yards: readonly (readonly [Status, string, string, ReactNode])[] = [
  [
    'done',
    '1院',
    '五口人',
    <Tick key="1" count={1} tone="soft">
      3 天前
    </Tick>,
  ],
  ['overdue', '2院', '独居老人,每周', '10 天前'],
  ['due', '水塔南', '两户同院:东屋、西屋', '31 天没去'],
  ['nobodyHome', '4院', '上次无人(下午)', '早饭前后在家'],
  ['vacant', '5院', '空着', '春节回来'],
  ['soon', '6院', '留守儿童', '还有 3 天'],
  [
    'done',
    '7院',
    '三口人',
    <Tick key="7" count={1} tone="soft">
      昨天
    </Tick>,
  ],
];

/** The village group of the drawing. */
export const Village = () => (
  <PhoneShell tabs={tabs('住户')}>
    <Page title="村西二组" sub="40 户 · 按你走的顺序" aside={<Tick count={1}>已存手机 1</Tick>}>
      <ChipNav
        label="组"
        items={['一组', '二组', '三组'].map((label) => ({ href: `#${label}`, label, current: label === '二组' }))}
      >
        <ChipButton onClick={nothing}>排顺序</ChipButton>
      </ChipNav>
      <RowList label="村西二组的院子">
        {yards.map(([status, lead, text, note]) => (
          <Row key={lead} glyph={glyph(status)} lead={lead} wideLead text={text} note={note} href={`#${lead}`} />
        ))}
        <Row text="+ 新来的一户" tone="press" onClick={nothing} />
      </RowList>
    </Page>
  </PhoneShell>
);

/** The household of the drawing. */
export const Household = () => (
  <PhoneShell>
    <Page
      title="602 户"
      back={{ href: '#building', label: '石油路社区 3号楼 1单元 6层' }}
      aside={
        <Button variant="bare" label="更多操作" onClick={nothing}>
          ⋯
        </Button>
      }
      bar={
        <ActionBar>
          <Button variant="main">记走访</Button>
          <Button variant="slim">记需求</Button>
          <Button variant="slim">帮办</Button>
        </ActionBar>
      }
    >
      <TagList label="关照" tags={['独居', '高龄', '低保']} />
      <RowList label="家里人">
        <Entry
          title="(户主姓名)"
          detail="86 岁 女"
          sub="户主 · 常住 · 腿脚不便"
          aside={
            <ButtonLink variant="quiet" href="tel:19900000000" external label="给户主打电话">
              电话
            </ButtonLink>
          }
        />
        <Entry
          title="(长子姓名)"
          detail="58 岁 男"
          sub="子 · 两地居住 · 紧急联系人"
          aside={
            <ButtonLink variant="quiet" href="tel:19900000001" external label="给长子打电话">
              电话
            </ButtonLink>
          }
        />
      </RowList>
      <Note title="没办完的">
        养老生存认证 · 在办 · 12-05 前<Sub>11-11 听到,已交材料;办好要回话</Sub>
      </Note>
      <Section title="走访">
        <Timeline
          items={[
            {
              key: '1',
              on: '11-11',
              dateTime: '2026-11-11',
              sign: <StatusSign status="done" />,
              text: '见到 · 都没变',
              note: '说夜里起身不便,想装扶手',
            },
            {
              key: '2',
              on: '11-02',
              dateTime: '2026-11-02',
              sign: <StatusSign status="nobodyHome" />,
              text: '无人',
              detail: '上午 10 点',
            },
            {
              key: '3',
              on: '10-28',
              dateTime: '2026-10-28',
              sign: <StatusSign status="done" />,
              text: '见到 · 血压药快吃完',
            },
            {
              key: '4',
              on: '10-21',
              dateTime: '2026-10-21',
              sign: <StatusSign status="done" />,
              text: '见到 · 电话改为长子代接',
              note: '改了 1 项 · 谁改的 ›',
            },
          ]}
        />
      </Section>
    </Page>
  </PhoneShell>
);

const options = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

/** The visit form of the drawing. */
export const VisitForm = () => {
  const [outcome, setOutcome] = useState<string | null>('见到');
  const [changed, setChanged] = useState<string | null>(null);
  const [life, setLife] = useState<string[]>(['住房 要修']);
  const [needs, setNeeds] = useState<string[]>(['装扶手']);
  const [note, setNote] = useState('');
  return (
    <PhoneShell>
      <Page
        title="走访 602"
        sub="今天 16:20 · 可补录"
        aside={
          <Button variant="bare" onClick={nothing}>
            取消
          </Button>
        }
        bar={
          <ActionBar note="没有网也能存,连上后自动传">
            <Button variant="main">保存</Button>
          </ActionBar>
        }
      >
        <ChoiceBar label="结果" options={options('见到', '无人')} value={outcome} onChange={setOutcome}>
          <Button variant="slim">其他 ▾</Button>
        </ChoiceBar>
        <ChipGroup
          mode="single"
          label="已知:独居、低保、腿脚不便、长子每周来"
          options={options('都没变', '有变化')}
          value={changed}
          onChange={setChanged}
        />
        <ChipGroup
          mode="multi"
          label="吃穿住医学"
          options={options('吃穿 好', '住房 要修', '饮水 好', '看病 好')}
          value={life}
          onChange={setLife}
        />
        <ChipGroup
          mode="multi"
          label="需要什么"
          options={options('装扶手', '助浴', '就医', '代办')}
          value={needs}
          onChange={setNeeds}
        >
          <ChipButton label="更多需要" onClick={nothing}>
            +
          </ChipButton>
        </ChipGroup>
        <TextArea label="说说情况(可不填)" placeholder="夜里起身不便……" value={note} onChange={setNote} />
        <Sub padded>照片、位置都可以不留</Sub>
      </Page>
    </PhoneShell>
  );
};

const wishes = [
  ['想有人陪着去一趟医院', '3号楼附近 · 周三上午 · 约 2 小时'],
  ['卫生间装一根扶手', '5号楼附近 · 本周内 · 要会用电钻'],
  ['给孩子讲讲四年级数学', '社区活动室 · 周六下午'],
];

/** The volunteer's home of the drawing. */
export const HelpList = () => (
  <PhoneShell tabs={tabs('帮忙')}>
    <Page title="帮忙" sub="石油路社区 · 志愿者" aside={<Tick count={1}>已同步 09:12</Tick>}>
      <ChipNav
        label="帮忙的三部分"
        items={['可帮的忙 3', '我认领的 1', '记一次'].map((label, index) => ({
          href: `#${label}`,
          label,
          current: index === 0,
        }))}
      />
      <RowList label="可帮的忙">
        {wishes.map(([what, where]) => (
          <Entry key={what} prominent title={what} sub={where}>
            <Button variant="outline" label={`我来:${what}`}>
              我来
            </Button>
          </Entry>
        ))}
      </RowList>
      <Sub padded>认领后才看得到是哪一家;先认领的先去,去不了随时可以放回。</Sub>
    </Page>
  </PhoneShell>
);
