import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { type FormParts, RecordForm } from '../../storage/intents/record-form.tsx';
import { addDwelling } from '../../storage/intents/register-intents.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { buildingName, doorsOfUnit, placeOfUnit } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { floorOf } from '../../storage/reading/stairwell.ts';
import { isStairwell } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { FormValues } from '../../ui/described-field.ts';
import { doorPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';

/** A door that already bears the label somebody is about to add, and what waits for the decision. */
interface SameDoor {
  readonly dwelling: DwellingRecord;
  readonly decide: (addsAnyway: boolean) => void;
}

/** In floors the number on the door usually says the floor; what was typed goes before what is read from it. */
const withFloor = (values: FormValues, hasFloors: boolean): FormValues => {
  const { doorLabel, floor } = values;
  if (!hasFloors || typeof doorLabel !== 'string' || (floor ?? null) !== null) return values;
  return { ...values, floor: floorOf({ doorLabel, floor: null }) };
};

/** Registers a door that is not in the register yet, at an entrance, a building or in a village group. */
export const NewDoorPage = () => {
  const { unitId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const [same, setSame] = useState<SameDoor | null>(null);
  const unit = readRecord(view, 'unit', unitId);
  if (unit === undefined) return <GonePage />;
  const place = placeOfUnit(view, unitId);
  const hasFloors = place.building !== null && isStairwell(place.building);

  const add = async (values: FormValues): Promise<boolean> => {
    const id = newId();
    const intent = addDwelling(id, unitId, withFloor(values, hasFloors));
    const isSaved = await saveAndSay([intent], { text: t.register.form.saved });
    if (isSaved) navigate(pagePaths.door(id), { replace: true });
    return isSaved;
  };
  const save = async ({ dwelling: values = {} }: FormParts): Promise<boolean> => {
    const dwelling = doorsOfUnit(view, unitId).find((door) => door.doorLabel === values['doorLabel']);
    if (dwelling === undefined) return await add(values);
    const addsAnyway = await new Promise<boolean>((decide) => setSame({ dwelling, decide }));
    setSame(null);
    return addsAnyway && (await add(values));
  };

  return (
    <>
      <RecordForm
        title={t.register.actions.newDoorTitle}
        sub={buildingName(place) || unit.name}
        backHref={pagePaths.building(place.building?.id ?? unitId)}
        draft={`new door ${unitId}`}
        parts={[doorPart(hasFloors)]}
        initial={{}}
        note={t.register.form.willBeChecked}
        onSave={save}
      />
      <ConfirmDialog
        open={same !== null}
        title={t.register.form.sameDoorExists}
        confirmLabel={t.register.form.addAnyway}
        onConfirm={() => same?.decide(true)}
        onCancel={() => same?.decide(false)}
      >
        {same !== null && (
          <ButtonLink variant="outline" href={pagePaths.door(same.dwelling.id)}>
            {t.register.form.openExisting}
          </ButtonLink>
        )}
      </ConfirmDialog>
    </>
  );
};
