/** Thrown by whatever finds a request wanting; codes and texts are those of section 4.2 of the sheet. */
export class Refusal extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly parameter?: string,
		readonly value?: string,
		/** HTTP status where the platform has its own; by default that of all XML errors. */
		readonly status?: number,
	) {
		super(message);
	}
}

export const incorrect = (parameter: string, value: string) =>
	new Refusal(-6, 'Incorrect value', parameter, value);
export const missing = (parameter: string) => new Refusal(-7, 'Value required', parameter);
export const accessDenied = () => new Refusal(-2, 'Access denied');
