import { api } from '../../../api/api';
import { lighter } from '../../../phone/camera';

export const EVIDENCE_FILES = 'image/*,application/pdf';

/** As many as the server takes for one request. */
export const MOST_FILES = 10;

/**
 * Sends what shows the reason of a request, one after another; pictures are made lighter, papers go as they are.
 *
 * @param noFile what is said of a file that is neither
 */
export async function attach(id: string, files: readonly File[], noFile: string): Promise<void> {
  for (const file of files) {
    const sent = file.type === 'application/pdf' ? file : await lighter(file).catch(() => null);
    if (!sent) throw new Error(noFile);
    await api.addExemptionFile(id, crypto.randomUUID(), sent);
  }
}
