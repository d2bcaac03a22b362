import { parseBaseUrl } from '../../shared/platform/base-url';

/** What the editor calls it. */
export const UPLOAD_ADDRESS = 'Upload Base URL';

/** Events are taken by another host than reports come from (sheet 3.12). */
const REPORTS_HOST = 'api.targetads.io';
export const UPLOADS = 'https://eye.targetads.io';

/**
 * Where events go. A credential for another address than TargetADS' own, a test stand say, is for that address alone:
 * its token and its events do not go to TargetADS unless somebody says so.
 *
 * @param given '' for the usual address
 * @throws {ParameterError}
 */
export function uploadAddress(given: string, baseUrl: string): string {
	if (given !== '')
		return parseBaseUrl(given, { name: UPLOAD_ADDRESS, advice: `As a rule it is ${UPLOADS}.` });
	return new URL(baseUrl).hostname === REPORTS_HOST ? UPLOADS : baseUrl;
}
