import { api } from '../../api/api';
import { useText } from '../../i18n/language';
import { PeriodForm } from './PeriodForm';

/** 报停: a vehicle of the own does not run from now or from a day on. */
export function LayUpForm({ onDone }: { onDone: (filed: boolean) => void }) {
  const { register } = useText();
  return (
    <PeriodForm
      title={register.layUp}
      company={null}
      labels={{ from: register.fromDay, until: register.untilDay, reason: register.layUpReason, hint: register.layUpHint }}
      send={api.layUp}
      onDone={onDone}
    />
  );
}
