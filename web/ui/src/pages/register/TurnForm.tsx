import { api } from '../../api/api';
import type { Driver } from '../../api/keepingTypes';
import { useText } from '../../i18n/language';
import { PeriodForm } from './PeriodForm';

/** 派驾: somebody drives a vehicle of the company from now or from a day on. */
export function TurnForm({ driver, onDone }: { driver: Driver; onDone: (filed: boolean) => void }) {
  const { register } = useText();
  return (
    <PeriodForm
      title={`${register.assign} · ${driver.name}`}
      company={driver.company}
      labels={{ from: register.turnFrom, until: register.turnUntil, reason: register.turnReason, hint: register.turnHint }}
      send={(wish) => api.assignDriver(driver.id, wish)}
      onDone={onDone}
    />
  );
}
