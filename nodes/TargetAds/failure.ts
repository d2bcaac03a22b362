import { LONGEST_WORDS, failureForStatus, type Answer } from '../../connector/client';
import { TemporarilyUnavailableError, type ConnectorError } from '../../connector/errors';
import { errorAnswer, fieldError } from './schemas';

/**
 * Reads a refusal of TargetADS: `{ErrorCode, ErrorMessage}`, with the fields of a request that failed its validation.
 * It may come with status 200 (sheet T13), so the code in the body counts too.
 */
export function failureOf({ status, body, retryAfterMs }: Answer): ConnectorError | undefined {
	const parsed = errorAnswer.safeParse(body);
	const code = parsed.success ? parsed.data.ErrorCode : 0;
	if (status < 400 && code === 0) return undefined;
	const effective = status >= 400 ? status : code;
	const plain = typeof body === 'string' ? body : undefined;
	const words =
		(parsed.success ? parsed.data.ErrorMessage : plain)?.slice(0, LONGEST_WORDS) ?? 'no reason given';
	const failed = parsed.success
		? failedFields([...(parsed.data.Errors ?? []), ...(parsed.data.ErrorsField ?? [])])
		: [];
	const about = failed.length === 0 ? '' : ` Fields: ${failed.map(({ text }) => text).join(', ')}.`;
	const message = `TargetADS answered: ${words} (${effective}).${about}`;
	// A code that is no HTTP status is a failure of the server that we do not know; repeating is the safe guess.
	if (effective < 400 || effective > 599) return new TemporarilyUnavailableError(message, { status });
	return failureForStatus(effective, message, { retryAfterMs, fields: failed.map(({ field }) => field) });
}

/** What the editor calls the fields of a request; the last part of a path like `InteractionFilter.DateTo` decides. */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
	AttributionModel: 'Attribution Model',
	AttributionWindow: 'Attribution Window',
	DateFrom: 'Date From',
	DateGrouping: 'Date Grouping',
	DateTo: 'Date To',
	EventName: 'Event Names or IDs',
	EventType: 'Event Types',
	InteractionType: 'Interaction Types',
	Limit: 'Page Size',
	MediaCampaignId: 'Campaign Names or IDs',
	MediaMetrics: 'Media Metrics',
	TargetMetrics: 'Target Metrics',
};

function failedFields(errors: readonly unknown[]): { field: string; text: string }[] {
	return errors.flatMap((error) => {
		const parsed = fieldError.safeParse(error);
		if (!parsed.success) return typeof error === 'string' ? [named(error)] : [];
		return [named(parsed.data.FailedField, parsed.data.Tag)];
	});
}

function named(path: string, tag?: string | null): { field: string; text: string } {
	const field = path.slice(path.lastIndexOf('.') + 1);
	const displayName = DISPLAY_NAMES[field];
	const details = [displayName === undefined ? undefined : path, tag ?? undefined].filter(Boolean).join(', ');
	return { field, text: (displayName ?? path) + (details === '' ? '' : ` (${details})`) };
}

/** What a user of TargetADS can do about an error. */
export function advice({ kind, fields, message }: ConnectorError): string | undefined {
	if (kind === 'credential-invalid')
		return 'Check the Access Token in the credential. Tokens expire; the administrator of the project makes a new one in the web interface under Settings > API.';
	if (kind === 'access-denied')
		return 'The token belongs to another project, or may not see this report. Check the Project ID in the credential.';
	if (kind !== 'request-invalid') return undefined;
	if (message.includes('project_id')) return 'Check the Project ID in the credential.';
	if (fields.includes('MediaCampaignId'))
		return 'Check that these are IDs of campaigns (placements), not of marketing campaigns. If there are too many for one request, lower Options > IDs per Request; an aggregated report takes about 20, or set Campaigns to All.';
	return undefined;
}
