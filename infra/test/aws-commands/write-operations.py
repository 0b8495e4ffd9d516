"""Writes operations.json beside this file: what the installed AWS CLI knows of the operations that documents use.

It takes the CLI's own tables, so its customisations are in them too. Needs Python with the package `awscli`.
"""

import datetime
import json
import pathlib
import re

import awscli
import botocore
from awscli.clidriver import create_clidriver

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*/README.md")]
COMMAND = re.compile(r"\baws ([a-z0-9-]+) ([a-z0-9-]+)")


def described(argument):
    model = getattr(argument, "argument_model", None)
    found = {"type": argument.cli_type_name}
    if argument.required:
        found["required"] = True
    if argument.positional_arg:
        found["positional"] = True
    if getattr(model, "enum", None):
        found["enum"] = list(model.enum)
    if getattr(model, "metadata", {}).get("pattern"):
        found["pattern"] = model.metadata["pattern"]
    if getattr(model, "type_name", "") == "structure":
        found["members"] = list(model.members)
    return found


def table(arguments):
    return {name: described(argument) for name, argument in sorted(arguments.items())}


def operation(driver, service, name):
    command = driver._get_command_table().get(service)
    if command is None:
        return None
    own = command._get_command_table() if hasattr(command, "_get_command_table") else command.subcommand_table
    return table(own[name].arg_table) if name in own else None


driver = create_clidriver()
texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS]
used = sorted({found for text in texts for found in COMMAND.findall(text)})
operations = {}
for service, name in used:
    options = operation(driver, service, name)
    if options is None:
        print(f"The AWS CLI has no `aws {service} {name}`.")
    else:
        operations[f"{service} {name}"] = options

data = {
    "writtenOn": datetime.date.today().isoformat(),
    "awsCli": awscli.__version__,
    "botocore": botocore.__version__,
    "globalOptions": table(driver._get_argument_table()),
    "operations": operations,
}
(HERE / "operations.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(f"{len(operations)} operations")
