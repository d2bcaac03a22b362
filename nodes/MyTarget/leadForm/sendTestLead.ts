import { RateLimitedError, RequestInvalidError } from '../../../connector/errors';
import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { asNumber } from '../../shared/parameters/simplify';
import { plural } from '../../shared/parameters/shown';
import type { MyTargetApi } from '../api';
import { testLeadAnswer } from '../schemas';
import { leadForm } from './kind';

/**
 * One without `.json` and without a body (sheet 3.28). What the platform says beside its no stays there: it may name
 * whoever would have got the lead.
 *
 * @throws {RateLimitedError | RequestInvalidError} it was not sent
 */
export async function sendTestLead({ api }: Run<MyTargetApi>, form: string): Promise<Row> {
	const sent = await api.change(
		{ method: 'POST', path: `${leadForm.collection}/${form}/send_test_lead` },
		testLeadAnswer,
		'Look where the leads of the form are sent (e-mail, VK, CRM) whether a test lead has come before you send another one.',
	);
	const seconds = sent.seconds_before_next_sending ?? 0;
	if (sent.is_operation_processed)
		return { id: asNumber(form), success: true, seconds_before_next_sending: seconds };
	const message = `The test lead of lead form ${form} was not sent.`;
	if (seconds > 0)
		throw new RateLimitedError(`${message} The next one can be sent in ${plural(seconds, 'second')}.`, {
			retryAfterMs: seconds * 1000,
			advice: 'Wait so long, then run it again.',
		});
	throw new RequestInvalidError(message, {
		advice:
			'Check in the interface of the platform that the form is active and has somebody to send its leads to.',
	});
}
