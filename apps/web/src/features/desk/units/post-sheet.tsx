import { civilDateAt, posting, type Role } from '@lianxin/domain';
import { type Account, accountAnswerSchema, type UnitNode } from '@lianxin/protocol';
import { useState } from 'react';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { labelText } from '../../../locale/labels.ts';
import { systemClock } from '../../../platform/clock.ts';
import { ActionBar } from '../../../ui/action-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { showToast } from '../../../ui/toast.ts';
import { roleLabel, rolesAt, withDuty } from '../duties.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';

export interface PostSheetProps {
  readonly unit: UnitNode;
  readonly accounts: readonly Account[];
  readonly onClose: () => void;
}

/** Gives somebody who has an account a duty at a unit, from today. */
export const PostSheet = ({ unit, accounts, onClose }: PostSheetProps) => {
  const words = tDesk.units;
  const roles = rolesAt(unit.kind);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [role, setRole] = useState<Role | null>(roles.length === 1 ? (roles[0] ?? null) : null);
  const [isChecked, setIsChecked] = useState(false);
  const change = useChange();
  const account = accounts.find((candidate) => candidate.id === accountId) ?? null;
  const submit = async () => {
    setIsChecked(true);
    if (account === null || role === null) return;
    const postings = withDuty(account, { unitId: unit.id, role }, civilDateAt(systemClock.now()));
    const path = `/accounts/${account.id}/postings`;
    const request = { path, method: 'PUT' as const, json: { postings } };
    const answer = await change.send({ ...request, schema: accountAnswerSchema, outdates: ['accounts'] });
    if (!answer.ok) return;
    showToast({ text: words.posted(account.name, unit.name) });
    onClose();
  };
  const bar = (
    <ActionBar>
      <Button type="submit" variant="main" busy={change.isBusy}>
        {words.post}
      </Button>
    </ActionBar>
  );
  return (
    <Sheet open onClose={onClose} title={words.postTitle(unit.name)}>
      <Form onSubmit={submit} bar={bar}>
        <SelectField
          label={words.person}
          required
          options={accounts
            .filter(({ state }) => state !== 'disabled')
            .map(({ id, name, loginName }) => ({
              value: id,
              label: loginName === null ? name : `${name}(${loginName})`,
            }))}
          value={accountId}
          error={isChecked && account === null ? words.personMissing : null}
          onChange={setAccountId}
        />
        <SelectField
          label={labelText(posting.fields.role.label)}
          required
          options={roles.map((code) => ({ value: code, label: roleLabel(code) }))}
          value={role}
          error={isChecked && role === null ? words.roleMissing : null}
          onChange={setRole}
        />
        <FailureNote failure={change.failure} />
      </Form>
      <Sub padded>
        <Link href={`/desk/accounts/new?unit=${unit.id}`}>{words.inviteNew}</Link>
      </Sub>
    </Sheet>
  );
};
