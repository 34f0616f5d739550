import { useEffect, useState } from 'react';
import { api } from '../../api/api';
import type { DeviceFilter, DeviceFinding, DevicePage } from '../../api/deviceTypes';
import { useRequest } from '../../common/hooks';

/** The first page of what a filter finds, and those that were asked for after it. */
export function useFindings({ company, fault }: DeviceFilter) {
  const request = useRequest<DevicePage>(() => api.deviceFindings({ company, fault }), [company, fault]);
  const [further, setFurther] = useState<{ rows: DeviceFinding[]; next: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => setFurther(null), [request.data]);
  const next = further ? further.next : (request.data?.next ?? null);
  const more = async () => {
    if (next === null || busy) return;
    setBusy(true);
    try {
      const page = await api.deviceFindings({ company, fault, cursor: next });
      setFurther((before) => ({ rows: [...(before?.rows ?? []), ...page.findings], next: page.next }));
    } finally {
      setBusy(false);
    }
  };
  return { request, further: further?.rows ?? [], next, busy, more };
}
