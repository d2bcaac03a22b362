import { failureForStatus, type Answer } from '../../connector/client';
import { TemporarilyUnavailableError, type ConnectorError } from '../../connector/errors';
import { errorAnswer, fieldError } from './schemas';

/** A page of stack traces is no message. */
const LONGEST_WORDS = 300;

/**
 * Reads a refusal of TargetADS: `{ErrorCode, ErrorMessage}`, with the fields of a request that failed its validation.
 * It may come with status 200 (sheet T13), so the code in the body counts too.
 */
export function failureOf({ status, body, retryAfterMs }: Answer): ConnectorError | undefined {
	const parsed = errorAnswer.safeParse(body);
	const code = parsed.success ? parsed.data.ErrorCode : 0;
	if (status < 400 && code === 0) return undefined;
	const effective = status >= 400 ? status : code;
	const words =
		(parsed.success ? parsed.data.ErrorMessage : undefined)?.slice(0, LONGEST_WORDS) ?? 'no reason given';
	const failed = parsed.success
		? failedFields([...(parsed.data.Errors ?? []), ...(parsed.data.ErrorsField ?? [])])
		: [];
	const about = failed.length === 0 ? '' : ` Fields: ${failed.map(({ text }) => text).join(', ')}.`;
	const message = `TargetADS answered: ${words} (${effective}).${about}`;
	// A code that is no HTTP status is a failure of the server that we do not know; repeating is the safe guess.
	if (effective < 400 || effective > 599) return new TemporarilyUnavailableError(message, { status });
	return failureForStatus(effective, message, { retryAfterMs, fields: failed.map(({ field }) => field) });
}

function failedFields(errors: readonly unknown[]): { field: string; text: string }[] {
	return errors.flatMap((error) => {
		const parsed = fieldError.safeParse(error);
		if (!parsed.success) return typeof error === 'string' ? [{ field: error, text: error }] : [];
		const { FailedField: field, Tag } = parsed.data;
		return [{ field, text: Tag === undefined || Tag === null ? field : `${field} (${Tag})` }];
	});
}

/** What a user of TargetADS can do about an error. */
export function advice({ kind, fields }: ConnectorError): string | undefined {
	if (kind === 'credential-invalid')
		return 'Check the Access Token in the credential. Tokens expire; the administrator of the project makes a new one in the web interface under Settings > API.';
	if (kind === 'access-denied')
		return 'The token belongs to another project, or may not see this report. Check the Project ID in the credential.';
	if (kind === 'request-invalid' && fields.includes('MediaCampaignId'))
		return 'Lower Options > IDs per Request, or choose fewer campaigns.';
	return undefined;
}
