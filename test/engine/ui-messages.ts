import type { IDataObject } from 'n8n-workflow';

function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The text of what `sendMessageToUI` sends: `{ source: '[Node: "name"]', messages: [...] }`. */
export function consoleMessage(data: IDataObject | IDataObject[]): string {
	const messages = Array.isArray(data) ? data : (data.messages as unknown[]);
	return messages.map(asText).join(' ');
}
