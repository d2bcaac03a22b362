import { openOrigin, type Origin } from '../sandbox/frame/origin';

/** A server that is none of the platforms; it answers everything with success and remembers what it got. */
export interface OtherServer extends Origin {
	/** Request line and headers of each request. */
	readonly received: string[];
}

export async function openOtherServer(): Promise<OtherServer> {
	const received: string[] = [];
	const origin = await openOrigin(0, (message, response) => {
		received.push(`${message.method} ${message.url} ${JSON.stringify(message.rawHeaders)}`);
		response.end('{"data":[],"items":[],"count":0,"has_more":false}');
	});
	return { ...origin, received };
}
