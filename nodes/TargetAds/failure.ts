import {
	failureForStatus,
	joined,
	listed,
	quoted,
	unforeseenRefusal,
	type Answer,
} from '../../connector/client';
import { TemporarilyUnavailableError, type ConnectorError } from '../../connector/errors';
import { wrongBaseUrl } from '../shared/errors/advice';
import { errorAnswer, fieldError } from './schemas';

/**
 * Reads a refusal of TargetADS: `{ErrorCode, ErrorMessage}`, with the fields of a request that failed its validation.
 * It may come with status 200 (sheet T13), so the code in the body counts too.
 */
export function failureOf(answer: Answer): ConnectorError | undefined {
	const { status, body, retryAfterMs } = answer;
	const parsed = errorAnswer.safeParse(body);
	const { ErrorCode: code, ErrorMessage, Errors, ErrorsField, ...rest } = parsed.data ?? NO_ERROR;
	if (status < 400 && code === 0) return undefined;
	const failed = failedFields([...Errors, ...ErrorsField]);
	if (code === 0 && !ErrorMessage && failed.length === 0) return unforeseenRefusal('TargetADS', answer);
	const effective = status >= 400 ? status : code;
	const about = failed.length === 0 ? '' : ` It refused: ${listed(failed.map(({ text }) => text))}.`;
	const words = joined(ErrorMessage, rest) || 'no reason given';
	const message = `TargetADS answered: ${words} (${effective}).${about}`;
	// A code that is no HTTP status is a failure of the server that we do not know; repeating is the safe guess.
	if (effective < 400 || effective > 599) return new TemporarilyUnavailableError(message, { status });
	return failureForStatus(effective, message, {
		retryAfterMs,
		fields: failed.flatMap(({ field }) => field ?? []),
	});
}

const NO_ERROR = { ErrorCode: 0, ErrorMessage: undefined, Errors: [], ErrorsField: [] };

/**
 * What the editor calls the fields of a request, in words that fit each report and each way to set them: by the last part
 * of a path like `InteractionFilter.DateTo`, since it is not known how much of it a refusal names.
 */
const DISPLAY_NAMES: Readonly<Record<string, string>> = {
	AttributionModel: 'Attribution Model',
	AttributionWindow: 'Attribution Window',
	DateFrom: 'first day of the dates',
	DateGrouping: 'Date Grouping',
	DateTo: 'last day of the dates',
	EcomItemCategory1: 'Item Categories',
	EventName: 'Event Names or IDs',
	EventType: 'Event Type Names or IDs',
	Fields: 'the columns',
	InteractionType: 'Interaction Types',
	Limit: 'Page Size',
	MediaCampaignId: 'Campaigns',
	MediaMetrics: 'Media Metrics',
	TargetMetrics: 'Target Metrics',
};

interface FailedField {
	/** Undefined for an entry that names none. */
	readonly field?: string;
	readonly text: string;
}

function failedFields(errors: readonly unknown[]): FailedField[] {
	return errors.map((error) => {
		if (typeof error === 'string') return named(error);
		const parsed = fieldError.safeParse(error);
		if (!parsed.success) return { text: quoted(error) };
		// The value is that of the request, which may be long.
		const { FailedField, Tag, Error: _error, Value: _value, ...rest } = parsed.data;
		return named(FailedField, Tag, quoted(rest));
	});
}

function named(path: string, ...reasons: readonly (string | null | undefined)[]): FailedField {
	const field = path.slice(path.lastIndexOf('.') + 1);
	const displayName = DISPLAY_NAMES[field];
	const details = reasons.filter(Boolean).join(', ');
	return { field, text: (displayName ?? path) + (details === '' ? '' : ` (${details})`) };
}

/** What a user of TargetADS can do about an error. */
export function advice({ kind, fields, message, unforeseen }: ConnectorError): string | undefined {
	if (kind === 'not-found' && unforeseen) return wrongBaseUrl('https://api.targetads.io', '/v1 or /v2');
	if (kind === 'credential-invalid')
		return 'Check the Access Token in the credential. Tokens expire; the administrator of the project makes a new one in the web interface under Settings > API.';
	if (kind === 'access-denied')
		return 'The token belongs to another project, or may not see this report. Check the Project ID in the credential.';
	if (kind !== 'request-invalid') return undefined;
	if (message.includes('project_id')) return 'Check the Project ID in the credential.';
	if (fields.includes('DateFrom') || fields.includes('DateTo'))
		return 'Check Date Range, and Interaction Date From and To if they are set: TargetADS has no day that is yet to come, and by job the last 90 only. If the request is too long for it, lower Options > Days per Request.';
	if (fields.includes('Fields'))
		return 'The report may not have one of these columns: take out those that you added.';
	if (fields.includes('MediaCampaignId'))
		return 'Check that these are IDs of campaigns (placements), not of marketing campaigns. If there are too many for one request, lower Options > IDs per Request; an aggregated report takes about 20, or set Campaigns to All.';
	return undefined;
}
