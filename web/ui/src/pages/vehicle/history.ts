import type { DeviceEvent } from '../../api/vehicleTypes';
import { mayOpen, maySeeTerminals, type Rights } from '../../common/user';
import { routeTo } from '../../common/route';
import { monthDayTime } from '../../domain/time';
import { word, type Language } from '../../i18n/language';
import type { Dictionary } from '../../i18n/zh';
import { lastingText } from '../devices/lasting';

export interface Told {
  title: string;
  detail: string;
  state: string;
}

/** One thing of a device's past in words. */
export function told(event: DeviceEvent, t: Dictionary, language: Language): Told {
  const words = t.vehicle.history;
  switch (event.kind) {
    case 'COMMAND':
      return { title: t.command.kind[event.what], detail: event.by || t.command.system, state: t.command.state[event.state] };
    case 'FINDING': {
      const { ruleName, ruleNameEn, reason, what, since, at } = event;
      const rule = (language === 'zh' ? ruleName : ruleNameEn) || what;
      const lasting = since === null ? [] : [t.devices.since(monthDayTime(since)), words.lasted(lastingText(Date.parse(at) - Date.parse(since), t.devices.lasting))];
      return { title: t.devices.evidence.misbehaviour[reason] ?? rule, detail: [what, ...lasting].join(' · '), state: words.over };
    }
    case 'INSTALLATION':
      return { title: t.installations.reason[event.what], detail: [event.phone, event.by].filter(Boolean).join(' · '), state: t.installations.state[event.state] };
    case 'BINDING':
      return { title: words.registered(event.what), detail: event.phone, state: word(words.terminal, event.state) };
  }
}

/** Where there is more of it, for whoever may go there. */
export function wayTo({ kind, id }: Pick<DeviceEvent, 'kind' | 'id'>, user: Rights): string | null {
  if (kind === 'FINDING' && mayOpen(user, 'review')) return routeTo('review', id);
  return kind === 'INSTALLATION' && maySeeTerminals(user) ? routeTo('devices', id) : null;
}
