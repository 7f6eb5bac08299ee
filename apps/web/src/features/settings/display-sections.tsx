import { tSettings } from '../../locale/settings-words.ts';
import { setDisplayPreference, themes, typeSizes, useDisplayPreference } from '../../platform/display-preference.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { Section } from '../../ui/section.tsx';

const sizeOptions = typeSizes.map((value) => ({ value, label: tSettings.typeSizes[value] }));
const themeOptions = themes.map((value) => ({ value, label: tSettings.themes[value] }));

/** How large and how bright; both take hold at once and stay on this device. */
export const DisplaySections = () => {
  const { typeSize, theme } = useDisplayPreference();
  const words = tSettings;
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
      <Section title={words.theme}>
        <ChoiceBar
          label={words.theme}
          options={themeOptions}
          value={theme}
          onChange={(value) => setDisplayPreference({ theme: value })}
        />
      </Section>
    </>
  );
};
