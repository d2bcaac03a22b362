import { ConnectorError } from '../../../connector/errors';

/** E-mail addresses, phone numbers, which dates are not, and hashes of them. */
const CONTACTS =
	/[^\s@"'<>(),;:]+@[^\s@"'<>(),;:]+|(?<!\d)(?!\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4})\d[\d\s().-]{8,}\d|\b[\da-f]{32,}\b/gi;

/** What the platform says of a file may quote its lines, and these are people. @throws {ConnectorError} without them */
export async function withoutContacts<Answer>(answer: Promise<Answer>): Promise<Answer> {
	try {
		return await answer;
	} catch (error) {
		if (!(error instanceof ConnectorError)) throw error;
		throw error.with({ message: masked(error.message) });
	}
}

export function masked(text: string): string {
	return text.replace(CONTACTS, '***');
}
