import type { ReportedOrganisation } from '../../api/deliveryTypes';
import type { Dictionary } from '../../i18n/zh';

const option = ({ name }: ReportedOrganisation) => ({ value: name, label: name });

/** Companies and districts to choose from, in two groups. */
export function organisationOptions(all: ReportedOrganisation[], t: Dictionary) {
  const groups = [
    { label: t.delivery.districts, options: all.filter(({ district }) => district).map(option) },
    { label: t.delivery.companies, options: all.filter(({ district }) => !district).map(option) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}
