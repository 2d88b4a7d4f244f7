// The page's questions to the rehearsal on this computer.

export async function ask(path, body) {
  const form = body instanceof FormData;
  const response = await fetch("/rehearsal/" + path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body ?? {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem ?? "That did not work");
  return answer;
}

export async function news({ person, after, run, known }, signal) {
  const query = new URLSearchParams({ person, after, run, known });
  const response = await fetch("/rehearsal/news?" + query, { signal });
  if (!response.ok) throw new Error("no news");
  return response.json();
}
