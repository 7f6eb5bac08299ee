import { tSettings } from '../../locale/settings-messages.ts';
import {
  contrasts,
  hands,
  setDisplayPreference,
  themes,
  typeSizes,
  useDisplayPreference,
} from '../../platform/display-preference.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { Section } from '../../ui/section.tsx';

const words = tSettings;
const sizeOptions = typeSizes.map((value) => ({ value, label: words.typeSizes[value] }));
const contrastOptions = contrasts.map((value) => ({ value, label: words.contrasts[value] }));
const themeOptions = themes.map((value) => ({ value, label: words.themes[value] }));
const handOptions = hands.map((value) => ({ value, label: words.hands[value] }));

/** How large, how clear, how bright, and for which thumb; all take hold at once and stay on this device. */
export const DisplaySections = () => {
  const { typeSize, theme, contrast, hand } = useDisplayPreference();
  return (
    <>
      <Section title={words.typeSize}>
        <ChoiceBar
          label={words.typeSize}
          options={sizeOptions}
          value={typeSize}
          onChange={(value) => setDisplayPreference({ typeSize: value })}
        />
      </Section>
      <Section title={words.contrast}>
        <ChoiceBar
          label={words.contrast}
          options={contrastOptions}
          value={contrast}
          onChange={(value) => setDisplayPreference({ contrast: value })}
        />
      </Section>
      <Section title={words.theme}>
        <ChoiceBar
          label={words.theme}
          options={themeOptions}
          value={theme}
          onChange={(value) => setDisplayPreference({ theme: value })}
        />
      </Section>
      <Section title={words.hand}>
        <ChoiceBar
          label={words.hand}
          options={handOptions}
          value={hand}
          onChange={(value) => setDisplayPreference({ hand: value })}
        />
      </Section>
    </>
  );
};
